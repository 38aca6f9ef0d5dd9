[assembly: Xunit.AssemblyFixture(typeof(SpacesPortal.Replicas.Infrastructure.Database))]
