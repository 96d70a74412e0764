using './main.bicep'

param image = 'contoso.azurecr.io/license-desk:0.1.0'
param registryName = 'contoso'
// Kept out of files: `export DATABASE_PASSWORD=...` before the deployment.
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param settings = {
  LOG_LEVEL: 'info'
}
