// The key of the test server: it takes any, and a client wants one that is base64.

export const localKey = Buffer.from('any key will do on this machine').toString('base64');
