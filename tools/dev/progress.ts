const seconds = (began: number) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/**
 * Says what is being done, every five seconds that it is still being done, and how long it took.
 * @param what begins with a capital and has no full stop: `Building the API`
 */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  console.log(`${what} …`);
  const timer = setInterval(() => console.log(`  ${what} … ${seconds(began)}`), 5000);
  try {
    const result = await work();
    console.log(`  done in ${seconds(began)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
