/** Gives what was found for the last argument again: several readers of a message ask the same of it, one after the other. */
export function remembered<Argument, Found>(find: (argument: Argument) => Found): (argument: Argument) => Found {
  let last: { readonly argument: Argument; readonly found: Found } | undefined
  return argument => {
    if (last?.argument !== argument) last = { argument, found: find(argument) }
    return last.found
  }
}
