namespace SpacesPortal.Spaces;

/// <summary>What the signed-in user's role may do in a space, so that pages offer nothing else. The API decides [guess, wire 6].</summary>
internal static class SpaceRights
{
    extension(SpaceDetails space)
    {
        /// <summary>Chats: every role.</summary>
        public bool CanChat() => !space.IsArchived && space.Role != SpaceRole.Unknown;

        /// <summary>Posts, tasks and invitations: admins and members.</summary>
        public bool CanContribute() =>
            !space.IsArchived && space.Kind != SpaceKind.Direct && space.Role is SpaceRole.Admin or SpaceRole.Member;

        /// <summary>Settings, roles, archive and deletion.</summary>
        public bool CanAdminister() => space.Role == SpaceRole.Admin && space.Kind != SpaceKind.Direct;

        /// <summary>Own messages: their sender; others: admins.</summary>
        public bool CanDelete(bool isOwn) => !space.IsArchived && (isOwn || space.Role == SpaceRole.Admin);

        /// <summary>Guests see only messages that are sent while they are present.</summary>
        public bool HidesHistory() =>
            space.Role == SpaceRole.Guest && space.Restrictions.Contains(SpaceDetails.NoHistoryForGuests, StringComparer.Ordinal);
    }
}
