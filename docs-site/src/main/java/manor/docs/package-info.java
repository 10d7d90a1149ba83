/**
 * Draws the book from the chapters' own pages and code, and refuses to draw a broken one.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.docs.BookPress}: the whole way, from texts to finished pages.
 *   <li>{@code Page}, {@code Manuscript}, {@code Proofreader}, {@code LineReader}: which pages
 *       there are, and what their authors may write beside plain AsciiDoc, and may not.
 *   <li>{@code Figures}, {@code CodeShelf}, {@code Snippet}, {@code JavaPaint}, {@code
 *       SourceSheet}: code, cut by its tags from what the build compiles, and the files it leads
 *       to.
 *   <li>{@code Recordings} and the scenes in {@code manor.docs.scene}: runs that are made again
 *       each time, and must print what the book says; {@code Picture}: drawings that show it.
 *   <li>{@code TypeCase}, {@code Polish}, {@code Leftovers}, {@code Frame}: Asciidoctor, what it
 *       draws made fit for the theme, what it should have drawn, and what surrounds it.
 *   <li>{@code SearchIndex}, {@code Links}, {@code BindingRoom}: the finished book.
 *   <li>{@link manor.docs.Lookout}: when to draw it again.
 * </ol>
 *
 * <p>A page's address never changes with its place in the repository: all pages lie side by side,
 * {@code chapter1.html} beside {@code glossary.html}, the files they show in {@code source/}. The
 * book asks nothing of the network and opens from a file as well as from a server.
 */
package manor.docs;
