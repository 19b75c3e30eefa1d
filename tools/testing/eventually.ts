/**
 * Tries until it holds, for what happens in the background.
 * @throws what did not hold, when patience (milliseconds) has ended
 */
export async function eventually(hold: () => Promise<void>, patience = 15_000): Promise<void> {
  for (const end = Date.now() + patience; ;) {
    try {
      return await hold();
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
