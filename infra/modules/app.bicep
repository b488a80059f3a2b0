// The service as a container app: its settings, its secrets by reference, its probes, and how many of it there are.

param name string
param location string
param imageTag string
param registryServer string

@description('Resource id of the managed identity that the service runs as.')
param identityId string
param identityClientId string
param microsoftAppId string
param microsoftAppTenantId string
param allowedTenants string
param cosmosEndpoint string
param cosmosDatabase string = 'turnstone'

@description('Address of the vault, with a slash at its end.')
param vaultUri string
param retentionDays int
param logLevel string
param minReplicas int
param maxReplicas int
param cpuCores string
param workspaceId string

var port = 3978
var memory = { '0.25': '0.5Gi', '0.5': '1Gi', '1.0': '2Gi' }

// Logs go by the diagnostic setting below: the other way would need the workspace's key.
resource containerEnvironment 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: containerEnvironment
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

// The app's own address cannot be read while its settings are written; it is its name within the environment's domain.
var publicUrl = 'https://${name}.${containerEnvironment.properties.defaultDomain}'

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: containerEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // A new revision takes over when it is ready, and only then is the old one told to stop.
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registryServer, identity: identityId }]
      secrets: [
        { name: 'link-secret', keyVaultUrl: '${vaultUri}secrets/link-secret', identity: identityId }
        { name: 'metrics-token', keyVaultUrl: '${vaultUri}secrets/metrics-token', identity: identityId }
      ]
    }
    template: {
      // The service stops within ten seconds; the rest is for a slow machine.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'turnstone'
          image: '${registryServer}/turnstone:${imageTag}'
          resources: { cpu: json(cpuCores), memory: memory[cpuCores] }
          env: [
            { name: 'NODE_ENV', value: 'production' }
            { name: 'PORT', value: string(port) }
            { name: 'MicrosoftAppId', value: microsoftAppId }
            { name: 'MicrosoftAppType', value: 'SingleTenant' }
            { name: 'MicrosoftAppTenantId', value: microsoftAppTenantId }
            { name: 'FEDERATED_CLIENT_ID', value: identityClientId }
            { name: 'ALLOWED_TENANTS', value: allowedTenants }
            { name: 'STORE', value: 'cosmos' }
            { name: 'COSMOS_ENDPOINT', value: cosmosEndpoint }
            { name: 'COSMOS_DATABASE', value: cosmosDatabase }
            { name: 'PUBLIC_URL', value: publicUrl }
            { name: 'LINK_SECRET', secretRef: 'link-secret' }
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
            { name: 'RETENTION_DAYS', value: string(retentionDays) }
            { name: 'LOG_LEVEL', value: logLevel }
          ]
          probes: [
            // It listens only when the store has answered and the first sweep is done.
            { type: 'Startup', httpGet: { path: '/healthz', port: port }, periodSeconds: 5, failureThreshold: 10, timeoutSeconds: 3 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 }
            // Asks the store, which may take five seconds to say no.
            { type: 'Readiness', httpGet: { path: '/readyz', port: port }, periodSeconds: 5, failureThreshold: 2, timeoutSeconds: 6 }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        // Most of its work comes from the clock, not from requests, so requests are not what to count.
        rules: [{ name: 'busy', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }]
      }
    }
  }
}

output id string = app.id
output publicUrl string = publicUrl
