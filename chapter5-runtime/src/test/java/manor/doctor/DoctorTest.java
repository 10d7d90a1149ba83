package manor.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken programs, and what the doctor calls them. */
@RealKernel
@Timeout(60)
class DoctorTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"manor.doctor.Patients#all", "manor.doctor.RarePatients#all"})
  void whoListensKnowsWhatIsWrong(Patients.Patient patient, Kernel kernel) throws Exception {
    assertOnly(patient.ailment(), Sickbed.live(kernel, patient.program()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"manor.doctor.Patients#all", "manor.doctor.RarePatients#all"})
  void whoReadsTheRecordingKnowsToo(Patients.Patient patient, Kernel kernel) throws Exception {
    assertOnly(patient.ailment(), Sickbed.afterwards(kernel, patient.program()));
  }

  private static void assertOnly(Ailment ailment, List<Diagnosis> found) {
    assertEquals(
        List.of(ailment), found.stream().map(Diagnosis::ailment).toList(), () -> "" + found);
  }
}
