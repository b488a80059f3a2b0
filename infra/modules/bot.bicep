// The bot's registration with Azure Bot Service, and its one channel.

@description('Unique in Azure.')
@minLength(2)
@maxLength(42)
param botName string
param sku string
param microsoftAppId string
param microsoftAppTenantId string

@description('Address of the service, without a slash at its end.')
param publicUrl string
param workspaceId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: { name: sku }
  properties: {
    displayName: 'Turnstone'
    endpoint: '${publicUrl}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: microsoftAppId
    msaAppTenantId: microsoftAppTenantId
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

// Which requests went to and fro and how they were answered; not what was said.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: bot
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'BotRequest', enabled: true }]
  }
}
