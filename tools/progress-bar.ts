/** A progress bar on standard error; without a terminal a line for each tenth. */
export function progressBar(title: string, total: number): (done: number) => void {
  const { stderr } = process;
  let shown = -1;
  return (done) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const step = Math.floor(share * (stderr.isTTY ? 200 : 10));
    if (step === shown) return;
    shown = step;
    const count = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    if (!stderr.isTTY) {
      stderr.write(`${title}: ${Math.floor(share * 100)} % (${count})\n`);
      return;
    }
    const filled = Math.round(share * 32);
    const bar = '█'.repeat(filled) + '░'.repeat(32 - filled);
    stderr.write(`\r${title} ${bar} ${count}${share === 1 ? '\n' : ''}`);
  };
}
