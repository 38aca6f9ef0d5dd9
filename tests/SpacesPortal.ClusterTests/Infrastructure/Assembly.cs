[assembly: Xunit.AssemblyFixture(typeof(SpacesPortal.ClusterTests.Infrastructure.Database))]
