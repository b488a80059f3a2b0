// For trying out: one small replica.
using './service.bicep'

param imageTag = readEnvironmentVariable('IMAGE_TAG')
param microsoftAppId = readEnvironmentVariable('MICROSOFT_APP_ID')
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param minReplicas = 1
param maxReplicas = 1
param cpuCores = '0.25'
param botSku = 'F0'
param logLevel = 'debug'
