namespace AvayaCloud.Spaces;

/// <summary>How responses are read: unknown members are ignored, values are read leniently, and nesting is limited.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = 32,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(LenientText), typeof(LenientFlag), typeof(LenientNumber), typeof(LenientTime), typeof(LenientTaskState),
        typeof(LenientEnum<SpaceKind>), typeof(LenientEnum<SpaceRole>), typeof(LenientEnum<MessageCategory>),
        typeof(LenientList<string>), typeof(LenientList<Email>), typeof(LenientList<Phone>), typeof(LenientList<Address>),
        typeof(LenientList<Language>), typeof(LenientList<License>), typeof(LenientList<Relation>), typeof(LenientAssignees),
        typeof(LenientList<MessageFile>), typeof(LenientList<MeetingAttendee>), typeof(LenientList<MeetingRecording>),
        typeof(RequiredList<Space>), typeof(RequiredList<User>), typeof(RequiredList<Member>),
        typeof(RequiredList<Message>), typeof(RequiredList<Meeting>),
        typeof(RequiredList<SpaceActivity>), typeof(RequiredList<FileAddress>), typeof(RequiredList<BulkResult>),
        typeof(RequiredList<InvitationEntry>),
        typeof(EnvelopeConverter<SpaceDetails>), typeof(EnvelopeConverter<UserSettings>), typeof(EnvelopeConverter<MemberRole>),
        typeof(EnvelopeConverter<Message>), typeof(EnvelopeConverter<Meeting>), typeof(EnvelopeConverter<MediaSession>),
    ])]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Page<Space>))]
[JsonSerializable(typeof(Page<User>))]
[JsonSerializable(typeof(Page<Member>))]
[JsonSerializable(typeof(Page<Message>))]
[JsonSerializable(typeof(Page<Meeting>))]
[JsonSerializable(typeof(Page<FileAddress>))]
[JsonSerializable(typeof(Page<SpaceActivity>))]
[JsonSerializable(typeof(Page<BulkResult>))]
[JsonSerializable(typeof(Envelope<SpaceDetails>))]
[JsonSerializable(typeof(Envelope<UserSettings>))]
[JsonSerializable(typeof(Envelope<MemberRole>))]
[JsonSerializable(typeof(Envelope<Message>))]
[JsonSerializable(typeof(Envelope<Meeting>))]
[JsonSerializable(typeof(Envelope<MediaSession>))]
[JsonSerializable(typeof(InvitationResult))]
[JsonSerializable(typeof(ServiceConfigurations))]
[JsonSerializable(typeof(GuestPass))]
[JsonSerializable(typeof(SpaceDiscovery))]
[JsonSerializable(typeof(SpaceTokenInfo))]
[JsonSerializable(typeof(LivePresence))]
[JsonSerializable(typeof(ApiMessage))]
internal sealed partial class SpacesJson : JsonSerializerContext;
