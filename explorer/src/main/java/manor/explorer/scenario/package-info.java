/** The scenarios of this house, each a meeting that must go well in every order. */
package manor.explorer.scenario;
