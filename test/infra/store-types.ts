// The part of the list of resource types (resource-types.ts) that is about what the service keeps and who it is: the
// database, the registry, the vault, the identity, roles, logs and where they go.

import type { Shape } from './resource-types.ts';

const tags: Shape = { holds: { '*': 'string' } };
const onOff: Shape = { oneOf: ['Enabled', 'Disabled'] };

const cosmosTypes: Readonly<Record<string, Shape>> = {
  'Microsoft.DocumentDB/databaseAccounts@2025-10-15': {
    holds: {
      'name!': 'string', location: 'string', tags, kind: { oneOf: ['GlobalDocumentDB', 'MongoDB', 'Parse'] }, identity: 'object',
      'properties!': {
        holds: {
          'databaseAccountOfferType!': { oneOf: ['Standard'] },
          'locations!': { each: { holds: { locationName: 'string', failoverPriority: 'int', isZoneRedundant: 'bool' } } },
          capabilities: { each: { holds: { name: { oneOf: ['EnableServerless'] } } } },
          consistencyPolicy: {
            holds: {
              'defaultConsistencyLevel!': { oneOf: ['Eventual', 'Session', 'BoundedStaleness', 'Strong', 'ConsistentPrefix'] },
              maxStalenessPrefix: 'int', maxIntervalInSeconds: 'int',
            },
          },
          backupPolicy: {
            holds: { 'type!': { oneOf: ['Continuous'] }, continuousModeProperties: { holds: { tier: { oneOf: ['Continuous7Days', 'Continuous30Days'] } } } },
          },
          disableLocalAuth: 'bool', disableKeyBasedMetadataWriteAccess: 'bool', minimalTlsVersion: { oneOf: ['Tls', 'Tls11', 'Tls12'] },
          publicNetworkAccess: { oneOf: ['Enabled', 'Disabled', 'SecuredByPerimeter'] }, capacity: { holds: { totalThroughputLimit: 'int' } },
        },
      },
    },
  },
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15': {
    holds: { 'name!': 'string', location: 'string', tags, 'properties!': { holds: { 'resource!': { holds: { 'id!': 'string' } }, options: 'object' } } },
  },
  // What a container is stands in src/stores/cosmos/containers.json, which the tests of the store are about.
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15': {
    holds: { 'name!': 'string', location: 'string', tags, 'properties!': { holds: { 'resource!': 'object', options: 'object' } } },
  },
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15': {
    holds: { 'name!': 'string', properties: { holds: { roleDefinitionId: 'string', scope: 'string', principalId: 'string' } } },
  },
};

export const storeTypes: Readonly<Record<string, Shape>> = {
  ...cosmosTypes,
  'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30': {
    holds: { 'name!': 'string', 'location!': 'string', tags, properties: { holds: { isolationScope: { oneOf: ['None', 'Regional'] } } } },
  },
  'Microsoft.Authorization/roleAssignments@2022-04-01': {
    holds: {
      'name!': 'string',
      'properties!': {
        holds: {
          'roleDefinitionId!': 'string', 'principalId!': 'string', description: 'string', condition: 'string', conditionVersion: 'string',
          principalType: { oneOf: ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device'] },
        },
      },
    },
  },
  'Microsoft.ContainerRegistry/registries@2025-11-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags, identity: 'object', 'sku!': { holds: { 'name!': { oneOf: ['Classic', 'Basic', 'Standard', 'Premium'] } } },
      properties: { holds: { adminUserEnabled: 'bool', anonymousPullEnabled: 'bool', publicNetworkAccess: onOff, zoneRedundancy: onOff, dataEndpointEnabled: 'bool' } },
    },
  },
  'Microsoft.KeyVault/vaults@2026-02-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags,
      'properties!': {
        holds: {
          'tenantId!': 'string', 'sku!': { holds: { 'family!': { oneOf: ['A'] }, 'name!': { oneOf: ['standard', 'premium'] } } },
          enableRbacAuthorization: 'bool', enableSoftDelete: 'bool', softDeleteRetentionInDays: 'int', enablePurgeProtection: 'bool', publicNetworkAccess: 'string',
        },
      },
    },
  },
  'Microsoft.OperationalInsights/workspaces@2025-07-01': {
    holds: {
      'name!': 'string', 'location!': 'string', tags, identity: 'object', etag: 'string',
      properties: {
        holds: {
          sku: { holds: { 'name!': { oneOf: ['PerGB2018', 'CapacityReservation'] }, capacityReservationLevel: 'int' } }, retentionInDays: 'int',
          workspaceCapping: { holds: { dailyQuotaGb: 'int' } }, publicNetworkAccessForIngestion: onOff, publicNetworkAccessForQuery: onOff,
          features: { holds: { disableLocalAuth: 'bool', enableLogAccessUsingOnlyResourcePermissions: 'bool', immediatePurgeDataOn30Days: 'bool' } },
        },
      },
    },
  },
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': {
    holds: {
      'name!': 'string',
      properties: {
        holds: {
          workspaceId: 'string', storageAccountId: 'string', logAnalyticsDestinationType: { oneOf: ['Dedicated', 'AzureDiagnostics'] },
          logs: { each: { holds: { category: 'string', categoryGroup: 'string', 'enabled!': 'bool' } } },
          metrics: { each: { holds: { category: 'string', timeGrain: 'string', 'enabled!': 'bool' } } },
        },
      },
    },
  },
};
