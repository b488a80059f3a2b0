// The Cosmos DB account of the service: serverless, one region, no keys, continuous backup. The containers are those that
// the service itself checks at its start (src/stores/cosmos/containers.json); it creates none.

@description('Name of the account, unique in Azure.')
param accountName string
param location string = resourceGroup().location
param databaseName string = 'turnstone'

@description('Object (principal) id of the managed identity that the service runs as.')
param principalId string

var containers = loadJsonContent('../src/stores/cosmos/containers.json')

/** Cosmos DB Built-in Data Contributor: reads and writes items and reads metadata, creates no container. */
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [{ name: 'EnableServerless' }]
    // An instance must see what another has written; within one region this costs no time worth naming.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: databaseName
  properties: { resource: { id: databaseName } }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = [for each in containers: {
  parent: database
  name: each.id
  properties: { resource: each }
}]

resource mayReadAndWrite 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

output endpoint string = account.properties.documentEndpoint
output database string = database.name
