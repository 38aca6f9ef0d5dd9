using FsCheck;
using FsCheck.Fluent;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>Random days of one session, with everything that goes wrong in them. Found the ledger forgetting a pair that no browser had yet.</summary>
public sealed class RotationModelTests
{
    [Fact]
    public void However_requests_losses_outages_and_time_interleave_no_spent_token_is_ever_sent()
    {
        // As numbers, because those shrink.
        var days = Gen.Choose(0, Enum.GetValues<Event>().Length - 1).ArrayOf().ToArbitrary();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60),
            Prop.ForAll(days, day => LiveAsync([.. day.Select(number => (Event)number)]).GetAwaiter().GetResult()));
    }

    private static async Task LiveAsync(Event[] day)
    {
        await using var life = new SessionLife();
        foreach (var moment in day)
        {
            await life.HappenAsync(moment);
            Assert.True(life.Provider.Reuses == 0 && life.Broken is null, $"{life.Broken ?? "a spent token was sent"}: {string.Join(", ", day)}");
        }
    }
}
