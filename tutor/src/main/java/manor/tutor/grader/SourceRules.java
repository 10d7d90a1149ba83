package manor.tutor.grader;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;

/**
 * What only the source shows: an answer that catches Errors for good, or returns out of a {@code
 * finally}, would swallow the very exception by which a test says that it is wrong; one with a
 * finalizer would act when nobody looks.
 */
final class SourceRules extends TreeScanner<Void, SourceRules.Place> {
  /** Where a statement stands that leaves others. */
  enum Place {
    OUTSIDE,
    FINALLY,
    LOOP_IN_FINALLY;

    Place inLoop() {
      return this == OUTSIDE ? OUTSIDE : LOOP_IN_FINALLY;
    }
  }

  private static final Pattern ERRORS = Pattern.compile("\\b(Throwable|\\w*Error)\\b");

  private static final Pattern LEAVES = Pattern.compile("\\b(return|break|continue|throw)\\b");

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final String reference;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Trespass> found = new ArrayList<>();

  private SourceRules(JavacTask task, CompilationUnitTree unit, String reference) {
    this.trees = Trees.instance(task);
    this.unit = unit;
    this.reference = reference.replaceAll("\\s+", "");
  }

  /** Reads a file. What the chapter's own class catches, an answer may catch. */
  static List<Trespass> of(JavacTask task, CompilationUnitTree unit, String reference) {
    SourceRules rules = new SourceRules(task, unit, reference);
    rules.scan(unit, Place.OUTSIDE);
    return rules.found;
  }

  @Override
  public Void visitCatch(CatchTree tree, Place place) {
    String type = tree.getParameter().getType().toString();
    String written = ("catch(" + type).replaceAll("\\s+", "");
    if (ERRORS.matcher(type).find()
        && !isThrownAgain(tree)
        && seen.merge(written, 1, Integer::sum) > inReference(written)) {
      found.add(
          new Trespass(
              line(tree),
              "catch (" + type + ")",
              "It would swallow what a test says. Catch the exception that you expect."));
    }
    return super.visitCatch(tree, place);
  }

  /** Whoever tidies up, and throws what he has caught, has swallowed nothing. */
  private static boolean isThrownAgain(CatchTree tree) {
    List<? extends StatementTree> statements = tree.getBlock().getStatements();
    String caught = tree.getParameter().getName().toString();
    return !statements.isEmpty()
        && statements.get(statements.size() - 1) instanceof ThrowTree last
        && last.getExpression().toString().equals(caught)
        && !LEAVES.matcher(statements.subList(0, statements.size() - 1).toString()).find();
  }

  /** The name of what is caught does not matter, and begins with a small letter. */
  private int inReference(String written) {
    return reference.split(Pattern.quote(written) + "[a-z]", -1).length - 1;
  }

  @Override
  public Void visitMethod(MethodTree tree, Place place) {
    if (tree.getName().contentEquals("finalize") && tree.getParameters().isEmpty()) {
      found.add(new Trespass(line(tree), "finalize()", "Nobody can say when it would run."));
    }
    return super.visitMethod(tree, place);
  }

  @Override
  public Void visitTry(TryTree tree, Place place) {
    scan(tree.getResources(), place);
    scan(tree.getBlock(), place);
    scan(tree.getCatches(), place);
    scan(tree.getFinallyBlock(), Place.FINALLY);
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Place place) {
    refuse(tree, "return", place != Place.OUTSIDE);
    return super.visitReturn(tree, place);
  }

  @Override
  public Void visitBreak(BreakTree tree, Place place) {
    refuse(tree, "break", place == Place.FINALLY || isFar(tree.getLabel(), place));
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Place place) {
    refuse(tree, "continue", place == Place.FINALLY || isFar(tree.getLabel(), place));
    return null;
  }

  private static boolean isFar(Name label, Place place) {
    return label != null && place == Place.LOOP_IN_FINALLY;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Place place) {
    return super.visitWhileLoop(tree, place.inLoop());
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Place place) {
    return super.visitDoWhileLoop(tree, place.inLoop());
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Place place) {
    return super.visitForLoop(tree, place.inLoop());
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Place place) {
    return super.visitEnhancedForLoop(tree, place.inLoop());
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Place place) {
    return super.visitSwitch(tree, place.inLoop());
  }

  @Override
  public Void visitClass(ClassTree tree, Place place) {
    return super.visitClass(tree, Place.OUTSIDE);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Place place) {
    return super.visitLambdaExpression(tree, Place.OUTSIDE);
  }

  private void refuse(Tree tree, String word, boolean leaves) {
    if (leaves) {
      found.add(
          new Trespass(line(tree), word + " inside finally", "It would swallow what a test says."));
    }
  }

  private int line(Tree tree) {
    long position = trees.getSourcePositions().getStartPosition(unit, tree);
    return (int) unit.getLineMap().getLineNumber(position);
  }
}
