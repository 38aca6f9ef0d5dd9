namespace AvayaCloud.Spaces;
internal static class Placeholder;
