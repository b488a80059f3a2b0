// Loaded first into each process that `npm run local` starts: it ends with its parent. Else, after a parent was killed,
// it would go on unseen and keep its port.

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
