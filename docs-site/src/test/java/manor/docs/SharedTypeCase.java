package manor.docs;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test the same warm Asciidoctor, since setting one up takes seconds; and the same
 * finished book and checker of pages.
 */
final class SharedTypeCase implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TypeCase.class || type == FinishedBook.class || type == HtmlChecker.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(SharedTypeCase.class));
    Class<?> wanted = parameter.getParameter().getType();
    if (wanted == HtmlChecker.class) {
      return store.computeIfAbsent(HtmlChecker.class);
    }
    TypeCase type = store.computeIfAbsent(TypeCase.class);
    return wanted == TypeCase.class
        ? type
        : store.computeIfAbsent(
            FinishedBook.class, key -> new FinishedBook(type), FinishedBook.class);
  }
}
