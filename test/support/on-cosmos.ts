// Loaded before the end-to-end tests of the second run: the service keeps everything in Cosmos DB.

process.env['TEST_STORE'] = 'cosmos';
