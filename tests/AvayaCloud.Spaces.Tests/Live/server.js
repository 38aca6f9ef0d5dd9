// A real Socket.IO server of the version that Avaya runs [docs D/guides/socketio], with as little of Avaya as a client needs.
// Says its port, and each ping that comes; ends with its standard input.
'use strict';
const http = require('http').createServer();
const io = require('socket.io')(http, { transports: ['websocket'], pingInterval: 400, pingTimeout: 5000 });
const chat = io.of('/chat');

chat.use((socket, next) => next(socket.handshake.query.token === 'good' ? undefined : new Error('Authentication error')));
chat.on('connection', socket => {
  socket.conn.on('packet', packet => packet.type === 'ping' && console.log('ping'));
  socket.on('SUBSCRIBE_CHANNEL', ({ channel }) => socket.emit('CHANNEL_SUBSCRIBED', { channel, dtsid: '1234', sessionId: socket.handshake.query.tokenType }));
  socket.on('SEND_MESSAGE', message => chat.emit('MESSAGE_SENT', { ...message, _id: '5f8ec8041f4b4395fc1d9e4b', sender: { _id: 'a', type: 'user', displayname: 'A B' }, created: new Date().toISOString() }));
});
http.listen(0, '127.0.0.1', () => console.log(http.address().port));
process.stdin.on('end', () => process.exit()).resume();
