package manor.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * The same guests every time: one who keeps the connection, one who sends four requests at once, a
 * large upload, a slow reader, a page from the disk, one who is no HTTP client at all, half a
 * request, and one who leaves in the middle.
 */
final class Scenario {
  private static final long MILLI = ServedWorld.MILLI;
  private static final MachineSize SIZE = MachineSize.USUAL.buffers(8_000, 30_000);

  private final byte[] upload = pattern(300_000);
  private byte[] page = new byte[0];
  private byte[] refusal = new byte[0];
  private byte[] brokenOff = new byte[0];

  /** Three answers are known from asking when nothing goes wrong. */
  Scenario() {
    List<Guest> guests = run(null).guests();
    page = guests.get(4).client().received();
    refusal = guests.get(5).client().received();
    brokenOff = guests.get(6).client().received();
  }

  /** What the server answers to a request of which only a part comes. */
  byte[] brokenOff() {
    return brokenOff;
  }

  /** What the server answers to what is no request. */
  byte[] refusal() {
    return refusal;
  }

  /** What the server answers to the request for the page, when nothing goes wrong. */
  byte[] page() {
    return page;
  }

  private static byte[] pattern(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  /** One run, with this fault or with none. */
  ServedWorld run(InjectedFault fault) {
    ServedWorld world = new ServedWorld(SIZE, null);
    if (fault != null) {
      world.kernel().with(fault);
    }
    inviteKeepAlive(world);
    invitePipelined(world);
    inviteUpload(world);
    inviteSlowReader(world);
    invitePage(world);
    inviteStranger(world);
    inviteHalf(world);
    inviteLeaver(world);
    world.run();
    return world;
  }

  private static Script at(long moment) {
    return Script.start().pause(moment).connect(ServedWorld.address());
  }

  private static void inviteKeepAlive(ServedWorld world) {
    List<Errand> errands =
        List.of(
            Errand.greeting("GET", false),
            Errand.echo(pattern(1000), false),
            Errand.greeting("HEAD", true));
    Script script = at(MILLI);
    int answered = 0;
    for (Errand errand : errands) {
      answered += errand.answer().length;
      script = script.send(errand.request()).awaitBytes(answered).pause(10 * MILLI);
    }
    world.invite("keep-alive", script.awaitEnd().close(), errands, true);
  }

  private static void invitePipelined(ServedWorld world) {
    List<Errand> errands =
        List.of(
            Errand.greeting("GET", false),
            Errand.chunked(pattern(700), 300, false),
            Errand.upload(pattern(50), false),
            Errand.greeting("GET", true));
    Script script = at(2 * MILLI).send(Guest.requests(errands)).awaitEnd().close();
    world.invite("pipelined", script, errands, true);
  }

  private void inviteUpload(ServedWorld world) {
    List<Errand> errands = List.of(Errand.upload(upload, true));
    Script script = at(2 * MILLI).send(errands.get(0).request()).awaitEnd().close();
    world.invite("upload", script, errands, true);
  }

  private static void inviteSlowReader(ServedWorld world) {
    List<Errand> errands = List.of(Errand.echo(pattern(60_000), true));
    Script script = at(3 * MILLI).readSlowly(7_000, 2 * MILLI);
    script = script.send(errands.get(0).request()).awaitEnd().close();
    world.invite("slow reader", script, errands, true);
  }

  private void invitePage(ServedWorld world) {
    List<Errand> errands = List.of(Errand.page(page));
    Script script = at(4 * MILLI).send(errands.get(0).request()).awaitEnd().close();
    world.invite("page", script, errands, true);
  }

  private void inviteStranger(ServedWorld world) {
    byte[] request = Errand.ascii("HELO manor\r\n".repeat(100));
    Script script = at(4 * MILLI).sendPieces(request, 200, MILLI).awaitEnd().close();
    world.invite("stranger", script, List.of(new Errand(request, refusal, true)), true);
  }

  private void inviteHalf(ServedWorld world) {
    byte[] request = Arrays.copyOf(Errand.upload(pattern(9), true).request(), 50);
    Script script = at(5 * MILLI).send(request).halfClose().awaitEnd().close();
    world.invite("half a request", script, List.of(new Errand(request, brokenOff, true)), true);
  }

  private void inviteLeaver(ServedWorld world) {
    List<Errand> errands = List.of(Errand.upload(upload, true));
    byte[] half = Arrays.copyOf(errands.get(0).request(), 100_000);
    world.invite("leaver", at(5 * MILLI).send(half).reset(), errands, false);
  }
}
