namespace AvayaCloud.Identity;
internal static class Placeholder;
