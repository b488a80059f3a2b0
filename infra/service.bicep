// The service on what foundation.bicep made: the app, the bot's registration, and who is told when something is wrong.
// Deploying it again with another image tag is the whole of an update.

@description('First part of every name, as for foundation.bicep.')
@minLength(3)
@maxLength(10)
param name string = 'turnstone'

param location string = resourceGroup().location

@description('Tag of the image in the registry, e.g. the commit it was built from.')
@minLength(1)
param imageTag string

@description('Application (client) id of the bot\'s app registration.')
@minLength(36)
@maxLength(36)
param microsoftAppId string

@description('Tenant of the app registration.')
param microsoftAppTenantId string = tenant().tenantId

@description('Entra tenants that may use the bot, separated by commas.')
@minLength(36)
param allowedTenants string

@description('The account of foundation.bicep, or another one after a restore.')
param cosmosAccountName string = '${name}-${uniqueString(resourceGroup().id)}'

@description('Never 0: nobody else keeps the clock of a session.')
@minValue(1)
param minReplicas int

@minValue(1)
@maxValue(10)
param maxReplicas int

@description('Cores of a replica; the memory in GiB is twice as much, as Container Apps asks for.')
@allowed(['0.25', '0.5', '1.0'])
param cpuCores string

@allowed(['F0', 'S1'])
param botSku string

@description('How long records are kept, from a session\'s end.')
@minValue(1)
param retentionDays int = 730

@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Who is written to by the alerts.')
@minLength(6)
param alertEmail string

var unique = uniqueString(resourceGroup().id)
var identityName = '${name}-identity'
var workspaceName = '${name}-logs'
var registryName = '${name}${unique}'
var vaultName = '${name}-${unique}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }
resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = { name: workspaceName }
resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = { name: registryName }
resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = { name: vaultName }
resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' existing = { name: cosmosAccountName }

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    imageTag: imageTag
    registryServer: registry.properties.loginServer
    identityId: identity.id
    identityClientId: identity.properties.clientId
    microsoftAppId: microsoftAppId
    microsoftAppTenantId: microsoftAppTenantId
    allowedTenants: allowedTenants
    cosmosEndpoint: account.properties.documentEndpoint
    vaultUri: vault.properties.vaultUri
    retentionDays: retentionDays
    logLevel: logLevel
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    cpuCores: cpuCores
    workspaceId: workspace.id
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    botName: '${name}-${unique}'
    sku: botSku
    microsoftAppId: microsoftAppId
    microsoftAppTenantId: microsoftAppTenantId
    publicUrl: app.outputs.publicUrl
    workspaceId: workspace.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    appId: app.outputs.id
    minReplicas: minReplicas
    cosmosAccountId: account.id
    workspaceId: workspace.id
  }
}

output publicUrl string = app.outputs.publicUrl
