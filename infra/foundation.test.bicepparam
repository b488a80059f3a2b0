// For trying out: may be deleted for good, keeps little.
using './foundation.bicep'

param operatorId = readEnvironmentVariable('OPERATOR_ID')
param isVaultProtected = false
param backupTier = 'Continuous7Days'
param logRetentionDays = 30
