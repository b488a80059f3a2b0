// The Cosmos DB account of the service: serverless, one region, no keys, continuous backup. The containers are those that
// the service itself checks at its start (src/stores/cosmos/containers.json); it creates none.

@description('Name of the account, unique in Azure.')
@minLength(3)
@maxLength(44)
param accountName string
param location string
param databaseName string = 'turnstone'

@description('Object (principal) id of the managed identity that the service runs as.')
param principalId string

@description('How far back the database can be put to any second.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string

@description('Resource id of the workspace that hears who changed the account.')
param workspaceId string

var containers = loadJsonContent('../../src/stores/cosmos/containers.json')

/* Cosmos DB Built-in Data Contributor: reads and writes items and reads metadata, creates no container. */
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    // Each physical partition gives up to 5,000 request units a second, and nothing is paid for while nobody asks.
    capabilities: [{ name: 'EnableServerless' }]
    // An instance must see what another has written; within one region this costs no time worth naming.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backupTier } }
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

// Not the data plane: a line for each request would cost more than the requests, and name people by their ids.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
  }
}

output endpoint string = account.properties.documentEndpoint
