namespace Mingzhang.Tests.Workbench;

/// <summary>在 PostgreSQL 上：the season.</summary>
public sealed class SeasonOnServerTests() : SeasonTests("postgres");

/// <summary>在 PostgreSQL 上：signing in.</summary>
public sealed class SignInOnServerTests() : SignInTests("postgres");

/// <summary>在 PostgreSQL 上：passkeys.</summary>
public sealed class PasskeyOnServerTests() : PasskeyTests("postgres");

/// <summary>在 PostgreSQL 上：every page.</summary>
public sealed class EveryPageOnServerTests() : EveryPageTests("postgres");

/// <summary>在 PostgreSQL 上：who may do what.</summary>
public sealed class RoleTableOnServerTests() : RoleTableTests("postgres");

/// <summary>在 PostgreSQL 上：settings.</summary>
public sealed class SettingPagesOnServerTests() : SettingPagesTests("postgres");

/// <summary>在 PostgreSQL 上：reports.</summary>
public sealed class ReportPagesOnServerTests() : ReportPagesTests("postgres");

/// <summary>在 PostgreSQL 上：execution.</summary>
public sealed class ExecutionPagesOnServerTests() : ExecutionPagesTests("postgres");

/// <summary>在 PostgreSQL 上：jobs.</summary>
public sealed class JobDeskOnServerTests() : Jobs.JobDeskTests("postgres");

/// <summary>在 PostgreSQL 上：the pages of jobs.</summary>
public sealed class JobPagesOnServerTests() : Jobs.JobPagesTests("postgres");

/// <summary>在 PostgreSQL 上：the journal.</summary>
public sealed class JournalPageOnServerTests() : JournalPageTests("postgres");

/// <summary>在 PostgreSQL 上：filing disclosures from elsewhere.</summary>
public sealed class ArchivePageOnServerTests() : ArchivePageTests("postgres");

/// <summary>在 PostgreSQL 上：review of uploads.</summary>
public sealed class UploadReviewOnServerTests() : UploadReviewTests("postgres");

/// <summary>在 PostgreSQL 上：the way back.</summary>
public sealed class ResetOnServerTests() : ResetTests("postgres");

/// <summary>在 PostgreSQL 上：forms that are sent twice.</summary>
public sealed class SentTwiceOnServerTests() : SentTwiceTests("postgres");
