import { Socket } from 'node:net';

/**
 * A connection that sends what is written in one turn of the event loop together: statements that go
 * out without waiting for each other's answers then cost one system call, not one each.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const send = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let gathering = false;
  socket.write = (...given: unknown[]) => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return send(...given);
  };
  return socket;
}
