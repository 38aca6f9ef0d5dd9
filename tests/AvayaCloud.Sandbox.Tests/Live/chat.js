// A client of the sandbox's socket with Node's own socket.io-client: subscribes, announces itself, chats, and prints what it hears.
//   node chat.js ADDRESS TOKEN TOKENTYPE SPACE
'use strict';
const io = require('socket.io-client');
const [address, token, tokenType, space] = process.argv.slice(2);
const tell = (name, payload) => console.log(JSON.stringify({ name, payload }));

const socket = io(`${address}/chat`, { query: { token, tokenType }, transports: ['websocket'], reconnection: false });
const end = code => { socket.close(); process.exitCode = code; };
setTimeout(() => { tell('late', null); process.exit(3); }, 60000).unref();

for (const name of ['connect_error', 'error']) {
  socket.on(name, reason => { tell(name, typeof reason === 'object' && reason.message ? { message: reason.message } : reason); end(2); });
}
socket.on('connect', () => {
  tell('connect', null);
  socket.emit('SUBSCRIBE_CHANNEL', { channel: { _id: space, type: 'topic' }, version: '1.1' });
});
socket.on('CHANNEL_SUBSCRIBED', payload => {
  tell('CHANNEL_SUBSCRIBED', payload);
  socket.emit('SEND_PRESENCE_EVENT', { category: 'app.event.presence.party.online', topicId: space, content: { desktop: true, idle: false }, receivers: [], loopbackMetadata: 'mine' });
});
socket.on('PRESENCE_EVENT_RESPONSE', payload => {
  tell('PRESENCE_EVENT_RESPONSE', payload);
  if (payload.loopbackMetadata === 'mine') {
    socket.emit('SEND_MESSAGE', { category: 'chat', topicId: space, content: { bodyText: '<p>from Node 👋</p>', data: [] }, loopbackMetadata: { number: 1 } });
  }
});
socket.on('MESSAGE_SENT', payload => {
  tell('MESSAGE_SENT', payload);
  end(0);
});
