// For schools: nothing is lost by one wrong command.
using './foundation.bicep'

param operatorId = readEnvironmentVariable('OPERATOR_ID')
param isVaultProtected = true
param backupTier = 'Continuous30Days'
param logRetentionDays = 90
