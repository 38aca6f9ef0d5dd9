using System.Reflection;
using AvayaCloud.Identity;
using SpacesPortal.Hosting;

namespace SpacesPortal.Tests.Host;

/// <summary>
/// Settings that are no text: spans, levels, choices. What cannot be read, or would be read as something else, is refused at start.
/// </summary>
public sealed class TypedSettingTests
{
    private static readonly (string Section, Type Options)[] Sections =
        [("Portal", typeof(PortalOptions)), ("AvayaCloud", typeof(AvayaCloudSettings)), ("Session", typeof(SessionLifetime))];

    [Fact]
    public async Task Every_unreadable_setting_is_named_in_one_list()
    {
        const string ClientId = "AvayaCloud:ClientId";
        string[] logging = ["Logging:LogLevel:Default", "Logging:Console:LogLevel:Microsoft"];
        var typed = Typed().ToLookup(key => key.Split(':')[0]);
        string[] unreadable = [.. typed["Portal"], .. typed["AvayaCloud"], .. typed["Session"], .. logging];

        var errors = await ProductionPortal.GetErrorsAsync([.. unreadable.Select(key => (key, "http://[10s")), (ClientId, "")]);

        string[] expected = [.. typed["Portal"], .. typed["AvayaCloud"], ClientId, .. typed["Session"], .. logging];
        Assert.Equal(expected, errors.Select(error => error.Split(' ')[0]), StringComparer.Ordinal);
        Assert.All(
            errors.Where(error => !error.StartsWith(ClientId, StringComparison.Ordinal)),
            error => Assert.Contains(" cannot be read: it must be ", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_setting_means_the_default()
    {
        await using var portal = await ProductionPortal.StartAsync([.. Typed().Select(key => (key, ""))]);

        Assert.Equal(200, await portal.SendAsync(HttpMethod.Get, "/"));
    }

    [Theory]
    [InlineData("24:00:00", "1.00:00:00")]
    [InlineData("36:00:00", "1.12:00:00")]
    [InlineData("024:30:15", "1.00:30:15")]
    [InlineData(" 48:00:00 ", "2.00:00:00")]
    public async Task Hours_that_would_be_read_as_days_are_refused_with_the_correct_value(string given, string correct)
    {
        string[] spans = ["Session:IdleTimeout", "Session:AbsoluteTimeout", "Portal:DrainDelay"];

        var errors = await ProductionPortal.GetErrorsAsync([.. spans.Select(key => (key, given))]);

        Assert.Equal(spans.Length, errors.Length);
        Assert.All(spans, key =>
        {
            var error = Assert.Single(errors, it => it.StartsWith(key + " ", StringComparison.Ordinal));
            Assert.Contains($": write {correct} for ", error, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("1.00:00:00")]
    [InlineData("23:59:59")]
    [InlineData("30.00:00:00")]
    public async Task Unambiguous_durations_are_accepted(string absolute)
    {
        await using var portal = await ProductionPortal.StartAsync(("Session:AbsoluteTimeout", absolute));

        Assert.Equal(200, await portal.SendAsync(HttpMethod.Get, "/"));
    }

    [Theory]
    [InlineData("Session:IdleTimeout", "-08:00:00")]
    [InlineData("Session:AbsoluteTimeout", "-1.00:00:00")]
    [InlineData("Portal:DrainDelay", "-00:00:05")]
    [InlineData("Portal:DrainDelay", "-24:00:00")]
    [InlineData("Portal:DrainDelay", "00:00:21")]
    [InlineData("Portal:DrainDelay", "10")]
    public async Task A_duration_out_of_range_is_refused_with_the_range(string key, string given)
    {
        var errors = await ProductionPortal.GetErrorsAsync((key, given));

        Assert.StartsWith($"{key} must lie between ", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_drain_time_is_accepted_and_ends()
    {
        await using var portal = await ProductionPortal.StartAsync(("Portal:DrainDelay", "00:00:01"));

        await portal.TerminateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await portal.WaitForExitAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData(" Staging\n")]
    public async Task A_choice_is_taken_in_any_case_and_with_blanks_around(string environment)
    {
        await using var portal = await ProductionPortal.StartAsync(("AvayaCloud:Environment", environment));

        Assert.Equal(200, await portal.SendAsync(HttpMethod.Get, "/"));
    }

    [Theory]
    [InlineData("Production,Staging")]
    [InlineData("1")]
    public async Task A_choice_is_one_of_its_names(string environment)
    {
        var errors = await ProductionPortal.GetErrorsAsync(("AvayaCloud:Environment", environment));

        Assert.StartsWith("AvayaCloud:Environment cannot be read", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Typed() =>
        from section in Sections
        from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.PropertyType != typeof(string)
        select $"{section.Section}:{property.Name}";
}
