// License Desk on Azure Container Apps with a managed identity, PostgreSQL on a private network, and its Azure Bot with the Teams channel.
// az deployment group create --resource-group GROUP --parameters deploy/main.bicepparam

@description('Where everything runs, except the bot registration, which is global.')
param location string = resourceGroup().location

@description('The image, such as contoso.azurecr.io/license-desk:0.1.0.')
param image string

@description('The Azure Container Registry that holds the image, in this resource group; empty for an image that anybody may pull.')
param registryName string = ''

@secure()
@description('The password of the database administrator: 16 characters or more.')
@minLength(16)
param databasePassword string

// Each opens up to ten connections, and the database below has 35 for its users.
@description('Processes beside each other; each sends its share of the reminders.')
@minValue(1)
@maxValue(3)
param maxReplicas int = 2

@description('Further variables of docs/operate.md that are no secrets, such as { LOG_LEVEL: \'info\' }.')
param settings object = {}

@secure()
@description('Further variables of docs/operate.md that are secrets, such as { OPENAI_API_KEY: \'...\' }.')
param secretSettings object = {}

var name = 'license-desk'
var unique = '${name}-${uniqueString(resourceGroup().id)}'
var databaseName = 'licensedesk'
var administrator = 'licensedesk'
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

// The bot's identity. Its client id is the bot's app id, and there is no secret to rotate.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (!empty(registryName)) {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registryName)) {
  name: guid(resourceGroup().id, name, 'AcrPull')
  scope: registry
  properties: {
    roleDefinitionId: acrPull
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.60.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.60.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.60.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: unique
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: administrator
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: { delegatedSubnetResourceId: network.properties.subnets[1].id, privateDnsZoneArmResourceId: zone.id }
  }
  dependsOn: [zone::link]

  resource database 'databases' = {
    name: databaseName
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network.properties.subnets[0].id, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

var databaseUrl = 'postgres://${administrator}:${uriComponent(databasePassword)}@${server.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: empty(registryName) ? [] : [{ server: '${registryName}${environment().suffixes.acrLoginServer}', identity: identity.id }]
      secrets: concat(
        [{ name: 'database-url', value: databaseUrl }],
        map(items(secretSettings), each => { name: toLower(replace(each.key, '_', '-')), value: each.value })
      )
    }
    template: {
      containers: [
        {
          name: name
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
              { name: 'MICROSOFT_APP_ID', value: identity.properties.clientId }
              { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
            ],
            map(items(settings), each => { name: each.key, value: each.value }),
            map(items(secretSettings), each => { name: each.key, secretRef: toLower(replace(each.key, '_', '-')) })
          )
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 6, failureThreshold: 10 }
          ]
        }
      ]
      // One at least: reminders go out whether or not somebody writes.
      scale: { minReplicas: 1, maxReplicas: maxReplicas }
    }
  }
  dependsOn: [mayPull, server::database]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: unique
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'License Desk'
    description: 'Answers licence questions about Microsoft Defender for IoT.'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
  }

  // Message extensions come through it as well.
  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true, acceptedTerms: true } }
  }
}

@description('MICROSOFT_APP_ID for `npm run package`.')
output appId string = identity.properties.clientId

@description('BOT_HOST for `npm run package`.')
output host string = app.properties.configuration.ingress.fqdn
