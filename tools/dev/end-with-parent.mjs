/** Loaded into a process before its own code: when its parent is gone, however, it stops too. */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 2000).unref();
});
process.channel?.unref();
