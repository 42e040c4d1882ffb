import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF, as long as it is asked to: one line in, several out.
 *
 * <p>A request is a flavour, a tab and a path. The answer is one line for each rule that failed,
 * none when the file conforms, then an empty line.
 */
public final class VeraCheck {
  private static final int SHOWN = 100;

  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = requests.readLine()) != null; ) {
      String[] request = line.split("\t", 2);
      check(PDFAFlavour.fromString(request[0]), request[1]);
      System.out.println();
      System.out.flush();
    }
  }

  private static void check(PDFAFlavour flavour, String path) {
    var foundry = Foundries.defaultInstance();
    try (PDFAParser parser = foundry.createParser(new FileInputStream(path), flavour);
        PDFAValidator validator = foundry.createValidator(flavour, SHOWN, true, false, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, String> failed = new TreeMap<>();
      for (TestAssertion test : result.getTestAssertions()) {
        if (test.getStatus() == TestAssertion.Status.FAILED) {
          String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
          failed.putIfAbsent(rule, test.getMessage() + " @ " + test.getLocation().getContext());
        }
      }
      if (!result.isCompliant() && failed.isEmpty()) {
        failed.put("?", "not compliant, without a reason");
      }
      failed.forEach((rule, why) -> System.out.println(rule + " " + why.replaceAll("\\s+", " ")));
    } catch (Exception error) {
      System.out.println("unreadable " + String.valueOf(error).replaceAll("\\s+", " "));
    }
  }
}
