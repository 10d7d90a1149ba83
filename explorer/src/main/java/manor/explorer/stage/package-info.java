/** What a scenario sees: the side of the explorer that is loaded anew for every exploration. */
package manor.explorer.stage;
