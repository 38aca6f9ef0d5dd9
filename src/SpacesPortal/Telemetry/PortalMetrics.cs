using System.Diagnostics.Metrics;

namespace SpacesPortal.Telemetry;

/// <summary>The portal's own metrics; docs/operate.md describes each.</summary>
internal sealed class PortalMetrics
{
    public const string MeterName = "SpacesPortal";
    public const string CircuitsEndedName = "spaces_portal.circuits.ended";

    private readonly Counter<long> _circuitsEnded;

    public PortalMetrics(IMeterFactory meters) =>
        _circuitsEnded = meters.Create(MeterName).CreateCounter<long>(
            CircuitsEndedName, "{circuit}", "Circuits whose connection was cut because their session had ended.");

    public void CircuitEnded() => _circuitsEnded.Add(1);
}
