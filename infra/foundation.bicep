// What has to be there before the service: its identity, its store, the registry of its image, the vault of its secrets
// and the workspace of its logs. Deployed first, and again only when one of these changes; service.bicep finds all of it
// by the same names.

@description('First part of every name: lower-case letters and digits, the first a letter.')
@minLength(3)
@maxLength(10)
param name string = 'turnstone'

param location string = resourceGroup().location

@description('Object id of the person or group who puts the secrets into the vault.')
@minLength(36)
@maxLength(36)
param operatorId string

@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorType string = 'User'

@description('True: a deleted vault, and what was in it, cannot be removed for good before its time. Not to be taken back.')
param isVaultProtected bool

@description('How far back the database can be put to any second.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string

@description('Days that logs and diagnostics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

var unique = uniqueString(resourceGroup().id)
var identityName = '${name}-identity'
var workspaceName = '${name}-logs'
var registryName = '${name}${unique}'
var vaultName = '${name}-${unique}'
var cosmosAccountName = '${name}-${unique}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logRetentionDays
    features: { disableLocalAuth: true }
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    accountName: cosmosAccountName
    location: location
    principalId: identity.properties.principalId
    backupTier: backupTier
    workspaceId: workspace.id
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    registryName: registryName
    location: location
    principalId: identity.properties.principalId
    workspaceId: workspace.id
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    vaultName: vaultName
    location: location
    principalId: identity.properties.principalId
    operatorId: operatorId
    operatorType: operatorType
    isProtected: isVaultProtected
    workspaceId: workspace.id
  }
}

output identityPrincipalId string = identity.properties.principalId
output registryName string = registry.outputs.name
output vaultName string = vault.outputs.name
output cosmosEndpoint string = cosmos.outputs.endpoint
