/** Draws the book from the chapters' own pages. */
package manor.docs;
