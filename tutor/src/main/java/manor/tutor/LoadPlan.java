package manor.tutor;

/**
 * What was asked for.
 *
 * @param target where the uploads go
 * @param body what each of them carries
 * @param threads how many upload at a time
 * @param requests how many uploads each thread makes
 * @param keepAlive whether a thread keeps its connection for the next upload
 * @param timeoutSeconds how long one upload may take, from connecting to the answer's end
 */
record LoadPlan(
    LoadTarget target,
    LoadBody body,
    int threads,
    int requests,
    boolean keepAlive,
    int timeoutSeconds) {
  long total() {
    return (long) threads * requests;
  }
}
