/**
 * Draws the book from the chapters' own pages, and refuses to draw a broken one.
 *
 * <p>{@link manor.docs.BookBuilder} turns {@code chapterN-name/src/docs/en/*.adoc} into HTML below
 * {@code docs-site/target/book}. A warning of Asciidoctor, or a link that leads nowhere, ends the
 * build with a {@link manor.docs.BookException}. Left out until the book is grown: a theme of its
 * own, highlighting, search.
 */
package manor.docs;
