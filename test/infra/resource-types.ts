// The resource types that infra/ may use, with the one API version of each: which properties they ask for (`!`), which
// they know as far as we use them or soon may, and of what kind these are. From the published type definitions of Azure
// (the public repository bicep-types-az); a new type, version or property is looked up there and added here.

import { storeTypes } from './store-types.ts';

export type Shape =
  | 'string' | 'int' | 'bool' | 'object' | 'any'
  | { readonly oneOf: readonly string[] }
  | { readonly each: Shape }
  | { readonly holds: Readonly<Record<string, Shape>> };

const tags: Shape = { holds: { '*': 'string' } };
/** Of a resource that runs as a user-assigned identity; the identities are the names of the object. */
const identity: Shape = { holds: { 'type!': { oneOf: ['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned'] }, userAssignedIdentities: { holds: { '*': { holds: {} } } } } };

const probe: Shape = {
  holds: {
    type: { oneOf: ['Liveness', 'Readiness', 'Startup'] }, httpGet: { holds: { path: 'string', 'port!': 'int', scheme: { oneOf: ['HTTP', 'HTTPS'] } } },
    initialDelaySeconds: 'int', periodSeconds: 'int', timeoutSeconds: 'int', failureThreshold: 'int', successThreshold: 'int',
  },
};

const container: Shape = {
  holds: {
    name: 'string', image: 'string', command: { each: 'string' }, args: { each: 'string' },
    env: { each: { holds: { name: 'string', value: 'string', secretRef: 'string' } } },
    // Declared as a whole number there, though half a core is what most ask for: hence `json('0.5')`.
    resources: { holds: { cpu: 'any', memory: 'string' } },
    probes: { each: probe },
    volumeMounts: { each: { holds: { volumeName: 'string', mountPath: 'string', subPath: 'string' } } },
  },
};

const scaleRule: Shape = {
  holds: {
    name: 'string', custom: { holds: { type: 'string', metadata: { holds: { '*': 'string' } }, identity: 'string' } },
    http: { holds: { metadata: { holds: { '*': 'string' } }, identity: 'string' } },
  },
};

const appTypes: Readonly<Record<string, Shape>> = {
  'Microsoft.App/managedEnvironments@2026-01-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags, kind: 'string', identity,
      properties: {
        holds: {
          appLogsConfiguration: { holds: { destination: { oneOf: ['log-analytics', 'azure-monitor', 'none'] } } },
          vnetConfiguration: { holds: { internal: 'bool', infrastructureSubnetId: 'string' } },
          workloadProfiles: { each: { holds: { 'name!': 'string', 'workloadProfileType!': 'string', minimumCount: 'int', maximumCount: 'int' } } },
          zoneRedundant: 'bool', publicNetworkAccess: { oneOf: ['Enabled', 'Disabled'] },
        },
      },
    },
  },
  'Microsoft.App/containerApps@2026-01-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags, identity, managedBy: 'string', kind: 'string', extendedLocation: 'object',
      properties: {
        holds: {
          environmentId: 'string', workloadProfileName: 'string',
          configuration: {
            holds: {
              activeRevisionsMode: { oneOf: ['Multiple', 'Single'] }, maxInactiveRevisions: 'int',
              ingress: { holds: { external: 'bool', targetPort: 'int', transport: { oneOf: ['auto', 'http', 'http2', 'tcp'] }, allowInsecure: 'bool' } },
              registries: { each: { holds: { server: 'string', identity: 'string' } } },
              // No `value`: what a deployment is given stands in its history.
              secrets: { each: { holds: { name: 'string', keyVaultUrl: 'string', identity: 'string' } } },
              identitySettings: { each: { holds: { 'identity!': 'string', lifecycle: { oneOf: ['None', 'Main', 'Init', 'All'] } } } },
            },
          },
          template: {
            holds: {
              revisionSuffix: 'string', terminationGracePeriodSeconds: 'int', containers: { each: container },
              scale: { holds: { minReplicas: 'int', maxReplicas: 'int', cooldownPeriod: 'int', pollingInterval: 'int', rules: { each: scaleRule } } },
              volumes: { each: { holds: { name: 'string', storageType: { oneOf: ['AzureFile', 'EmptyDir', 'Secret', 'NfsAzureFile'] }, storageName: 'string' } } },
            },
          },
        },
      },
    },
  },
};

const botTypes: Readonly<Record<string, Shape>> = {
  'Microsoft.BotService/botServices@2022-09-15': {
    holds: {
      'name!': 'string', location: 'string', tags, etag: 'string',
      kind: { oneOf: ['sdk', 'designer', 'bot', 'function', 'azurebot'] }, sku: { holds: { 'name!': { oneOf: ['F0', 'S1'] } } },
      properties: {
        holds: {
          'displayName!': 'string', 'endpoint!': 'string', 'msaAppId!': 'string', description: 'string', iconUrl: 'string',
          msaAppType: { oneOf: ['UserAssignedMSI', 'SingleTenant', 'MultiTenant'] }, msaAppTenantId: 'string', msaAppMSIResourceId: 'string',
          disableLocalAuth: 'bool', publicNetworkAccess: { oneOf: ['Enabled', 'Disabled'] }, isStreamingSupported: 'bool',
        },
      },
    },
  },
  'Microsoft.BotService/botServices/channels@2022-09-15': {
    holds: {
      // Of the channels only the one that is spoken here.
      'name!': { oneOf: ['MsTeamsChannel'] }, location: 'string', tags, kind: 'string', sku: { holds: { 'name!': { oneOf: ['F0', 'S1'] } } }, etag: 'string',
      properties: {
        holds: {
          'channelName!': { oneOf: ['MsTeamsChannel'] }, location: 'string',
          properties: { holds: { 'isEnabled!': 'bool', enableCalling: 'bool', acceptedTerms: 'bool', deploymentEnvironment: 'string' } },
        },
      },
    },
  },
};

const alertTypes: Readonly<Record<string, Shape>> = {
  'Microsoft.Insights/actionGroups@2023-01-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags,
      properties: {
        holds: {
          'groupShortName!': 'string', 'enabled!': 'bool',
          emailReceivers: { each: { holds: { 'name!': 'string', 'emailAddress!': 'string', useCommonAlertSchema: 'bool' } } },
        },
      },
    },
  },
  'Microsoft.Insights/metricAlerts@2018-03-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags,
      'properties!': {
        holds: {
          description: 'string', 'severity!': 'int', 'enabled!': 'bool', 'scopes!': { each: 'string' },
          'evaluationFrequency!': 'string', 'windowSize!': 'string', targetResourceType: 'string', targetResourceRegion: 'string', autoMitigate: 'bool',
          'criteria!': {
            holds: {
              'odata.type!': { oneOf: ['Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'] },
              allOf: {
                each: {
                  holds: {
                    'criterionType!': { oneOf: ['StaticThresholdCriterion'] }, 'name!': 'string', 'metricName!': 'string', metricNamespace: 'string',
                    'timeAggregation!': { oneOf: ['Average', 'Count', 'Minimum', 'Maximum', 'Total'] }, 'threshold!': 'int', skipMetricValidation: 'bool',
                    'operator!': { oneOf: ['Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'] },
                    dimensions: { each: { holds: { 'name!': 'string', 'operator!': 'string', 'values!': { each: 'string' } } } },
                  },
                },
              },
            },
          },
          actions: { each: { holds: { actionGroupId: 'string', webHookProperties: tags } } },
        },
      },
    },
  },
  'Microsoft.Insights/scheduledQueryRules@2023-12-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags, identity: 'object', kind: { oneOf: ['LogAlert', 'LogToMetric'] },
      'properties!': {
        holds: {
          description: 'string', displayName: 'string', severity: 'int', enabled: 'bool', scopes: { each: 'string' },
          evaluationFrequency: 'string', windowSize: 'string', overrideQueryTimeRange: 'string', muteActionsDuration: 'string',
          skipQueryValidation: 'bool', autoMitigate: 'bool', checkWorkspaceAlertsStorageConfigured: 'bool',
          criteria: {
            holds: {
              allOf: {
                each: {
                  holds: {
                    query: 'string', timeAggregation: { oneOf: ['Count', 'Average', 'Minimum', 'Maximum', 'Total'] }, metricMeasureColumn: 'string', threshold: 'int',
                    operator: { oneOf: ['Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'] },
                    failingPeriods: { holds: { numberOfEvaluationPeriods: 'int', minFailingPeriodsToAlert: 'int' } },
                  },
                },
              },
            },
          },
          actions: { holds: { actionGroups: { each: 'string' }, customProperties: tags } },
        },
      },
    },
  },
};

export const resourceTypes: Readonly<Record<string, Shape>> = { ...appTypes, ...botTypes, ...alertTypes, ...storeTypes };
