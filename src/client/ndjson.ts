/**
 * The lines of a stream of UTF-8, without their ends and without blank ones. A last line without its end is left out:
 * a stream that was cut may end within a line.
 *
 * @param read gives the next bytes, undefined at the end
 */
export async function* textLines(read: () => Promise<Uint8Array | undefined>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for (let bytes = await read(); bytes !== undefined; bytes = await read()) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() as string
    for (const line of lines) if (line.trim() !== '') yield line
  }
}
