// Who is told when something is wrong. Metrics tell of the platform, the logs of the service itself.

param name string
param location string
param email string

@description('Resource id of the container app.')
param appId string
param minReplicas int
param cosmosAccountId string
param workspaceId string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: name
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var metrics = [
  {
    name: 'store-throttled'
    description: 'The database turned requests away: more than it gives was asked of one partition.'
    severity: 2
    scope: cosmosAccountId
    metric: 'TotalRequests'
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 100
    window: 'PT5M'
  }
  {
    name: 'store-unavailable'
    description: 'The database did not answer all that it was asked.'
    severity: 1
    scope: cosmosAccountId
    metric: 'ServiceAvailability'
    dimensions: []
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
    window: 'PT1H'
  }
  {
    name: 'store-slow'
    description: 'The database itself takes long to answer.'
    severity: 2
    scope: cosmosAccountId
    metric: 'ServerSideLatencyGateway'
    dimensions: []
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 500
    window: 'PT15M'
  }
  {
    name: 'restarting'
    description: 'A replica was restarted again and again.'
    severity: 1
    scope: appId
    metric: 'RestartCount'
    dimensions: []
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 3
    window: 'PT15M'
  }
  {
    name: 'replicas-missing'
    description: 'Fewer replicas than there should be.'
    severity: 1
    scope: appId
    metric: 'Replicas'
    dimensions: []
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: minReplicas
    window: 'PT15M'
  }
  {
    name: 'server-errors'
    description: 'Requests were answered with a server error.'
    severity: 2
    scope: appId
    metric: 'Requests'
    dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }]
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT5M'
  }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [for each in metrics: {
  name: '${name}-${each.name}'
  location: 'global'
  properties: {
    description: each.description
    severity: each.severity
    enabled: true
    scopes: [each.scope]
    evaluationFrequency: 'PT5M'
    windowSize: each.window
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: each.name
          metricName: each.metric
          dimensions: each.dimensions
          timeAggregation: each.aggregation
          operator: each.operator
          threshold: each.threshold
        }
      ]
    }
    actions: [{ actionGroupId: operators.id }]
  }
}]

var ourLines = 'ContainerAppConsoleLogs | where ContainerAppName == \'${name}\' | extend line = parse_json(Log)'
var ourEvents = 'ContainerAppSystemLogs | where ContainerAppName == \'${name}\''

var queries = [
  {
    name: 'late-announcements'
    description: 'Phases were announced late, to people who sat waiting for them.'
    severity: 1
    query: '${ourLines} | where tostring(line.fact) == \'announcement.late\''
    threshold: 5
  }
  {
    name: 'errors'
    description: 'The service met something that a person must look at.'
    severity: 2
    query: '${ourLines} | where tostring(line.level) == \'error\''
    threshold: 0
  }
  {
    // Ready means that the store answers and the sweep makes progress.
    name: 'not-ready'
    description: 'A replica said for a while that it was not ready: the store is out of reach, or its sweep stands still.'
    severity: 1
    query: '${ourEvents} | where Log has \'readiness\' and Log has \'probe\' and Log has \'failed\''
    threshold: 20
  }
]

resource queryAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for each in queries: {
  name: '${name}-${each.name}'
  location: location
  kind: 'LogAlert'
  properties: {
    description: each.description
    severity: each.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    // Longer than logs take on their way.
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: each.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: each.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    // The tables come with the first lines; until then there is nothing to check a query against.
    skipQueryValidation: true
    autoMitigate: true
    actions: { actionGroups: [operators.id] }
  }
}]
