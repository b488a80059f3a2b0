// For schools: two replicas, so that one may die at any time, and a third when they are busy.
using './service.bicep'

param imageTag = readEnvironmentVariable('IMAGE_TAG')
param microsoftAppId = readEnvironmentVariable('MICROSOFT_APP_ID')
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param minReplicas = 2
param maxReplicas = 3
param cpuCores = '0.5'
param botSku = 'S1'
