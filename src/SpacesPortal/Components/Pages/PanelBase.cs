namespace SpacesPortal.Components.Pages;

/// <summary>A part of a page that asks for its own data and stops asking when the reader has gone.</summary>
public abstract class PanelBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [CascadingParameter]
    protected HttpContext? Context { get; set; }

    /// <summary>Ends with the request and with the component.</summary>
    protected CancellationToken Gone { get; private set; }

    private CancellationTokenSource? _either;

    protected override void OnInitialized()
    {
        _either = CancellationTokenSource.CreateLinkedTokenSource(_left.Token, Context?.RequestAborted ?? CancellationToken.None);
        Gone = _either.Token;
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

        _left.Cancel();
        _either?.Dispose();
        _left.Dispose();
    }
}
