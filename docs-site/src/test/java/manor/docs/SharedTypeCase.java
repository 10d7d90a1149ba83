package manor.docs;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test the same warm Asciidoctor, since setting one up takes seconds; and the same
 * finished book.
 */
final class SharedTypeCase implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TypeCase.class || type == FinishedBook.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(Namespace.create(SharedTypeCase.class));
    TypeCase type = store.computeIfAbsent(TypeCase.class);
    return parameter.getParameter().getType() == TypeCase.class
        ? type
        : store.computeIfAbsent(
            FinishedBook.class, key -> new FinishedBook(type), FinishedBook.class);
  }
}
