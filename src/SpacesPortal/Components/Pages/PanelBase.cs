namespace SpacesPortal.Components.Pages;

/// <summary>A part of a page that loads its own data, until the user leaves.</summary>
public abstract class PanelBase : ComponentBase, IDisposable
{
    private CancellationTokenSource? _gone;

    [CascadingParameter]
    protected HttpContext? Context { get; set; }

    /// <summary>Canceled with the request and with the component.</summary>
    protected CancellationToken Gone { get; private set; }

    protected override void OnInitialized()
    {
        _gone = CancellationTokenSource.CreateLinkedTokenSource(Context?.RequestAborted ?? CancellationToken.None);
        Gone = _gone.Token;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _gone?.Cancel();
        _gone?.Dispose();
    }
}
