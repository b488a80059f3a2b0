// The vault of what must not stand in a template: the secret that signs links and the token of the metrics. A deployment
// never sees their values; the operator writes them, the service's identity reads them.

@minLength(3)
@maxLength(24)
param vaultName string
param location string

@description('Object (principal) id of the managed identity that reads secrets.')
param principalId string

@description('Object id of the person or group who writes secrets.')
param operatorId string
param operatorType string
param isProtected bool

@description('Resource id of the workspace that hears who read and wrote.')
param workspaceId string

/* Key Vault Secrets User */
var readRole = '4633458b-17de-408a-b874-0445c86b69e6'
/* Key Vault Secrets Officer */
var writeRole = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Once true it stays true, and false is refused even where it never was.
    enablePurgeProtection: isProtected ? true : null
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, readRole)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', readRole)
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, operatorId, writeRole)
  properties: {
    principalId: operatorId
    principalType: operatorType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', writeRole)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
