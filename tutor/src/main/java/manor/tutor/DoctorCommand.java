package manor.tutor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import manor.doctor.Diagnosis;
import manor.doctor.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code manor doctor}: why does it hang? */
@Command(
    name = "doctor",
    sortOptions = false,
    description = {
      "Says what is wrong with tasks that wait for ever or never rest.",
      "It reads the ledger of a runtime of chapter 5, a step a line, as JsonLedger",
      "writes it."
    },
    footer = {
      "",
      "The status is 0 if all is well, 1 if not.",
      "",
      "Examples:",
      "  ./manor trace chapter5 stuck --out run.jsonl   record three ill tasks",
      "  ./manor doctor run.jsonl                       examine the recording",
      "  ./manor run chapter5 stuck                     both, while they run"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final String RECORD =
      "; record one, for example with ./manor trace chapter5 stuck --out run.jsonl";

  @ParentCommand private Main main;
  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "FILE.jsonl", description = "The recording.")
  private Path file;

  @Override
  public Integer call() {
    List<String> lines = lines();
    Doctor doctor = listen(lines);
    if (lines.stream().noneMatch(line -> line.contains("\"what\":\"task"))) {
      throw new Refusal("no task is in " + file + ", so there is nobody to examine" + RECORD);
    }
    List<Diagnosis> found = doctor.examine();
    PrintWriter out = main.terminal().out();
    if (found.isEmpty()) {
      out.println("All is well.");
      doctor.whereabouts().forEach(words -> out.println("  " + words));
      return 0;
    }
    for (Diagnosis diagnosis : found) {
      out.println(main.terminal().bad(diagnosis.ailment().title()));
      out.println(Paragraph.of(diagnosis.words()));
      out.println(main.terminal().faint(Paragraph.of(diagnosis.ailment().remedy())));
    }
    return 1;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      throw new Refusal("there is no file " + file + RECORD);
    } catch (IOException broken) {
      throw new Refusal(file + " cannot be read as text: " + broken.getMessage());
    }
  }

  private Doctor listen(List<String> lines) {
    try {
      return Doctor.ofRecording(lines);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(file + " is no recording of a ledger: " + wrong.getMessage());
    }
  }
}
