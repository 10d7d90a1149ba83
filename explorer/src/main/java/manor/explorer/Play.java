package manor.explorer;

import java.util.List;

/** One run of a scenario, as this side sees it. */
public interface Play {
  /** The first actor's part. */
  Void perform() throws Exception;

  /** What was expected at the end and is not so, in sentences. */
  List<String> unmet();
}
