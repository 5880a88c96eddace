using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PapersAndChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Clothes",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Entrance",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_GettingThere",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallName",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AfHasDataAt",
                table: "SupportDecisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AfHasDataBy",
                table: "SupportDecisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "PersonId",
                table: "Placements",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "ParticipantId",
                table: "Placements",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ContinuesId",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PauseFreesSlot",
                table: "Placements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PausedFrom",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PausedTo",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferredBy",
                table: "Placements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArrangedAt",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BeyondStaffing",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReemploymentRight",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplacesLeaver",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Agreements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Acknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acknowledgements_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Approver = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AgreementVersion = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalLinks_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gren = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsProtected = table.Column<bool>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_ExtentPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text_PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Tasks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text_What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Words = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Text_Workplace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CompensationRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupportDecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompensationRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CompensationRequests_SupportDecisions_SupportDecisionId",
                        column: x => x.SupportDecisionId,
                        principalTable: "SupportDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmployerDeclarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Statements = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ValidThrough = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerDeclarations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerDeclarations_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FreesSlot = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pauses_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CellMask = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtentPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanChanges_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SupportDecisions_Kind_To",
                table: "SupportDecisions",
                columns: new[] { "Kind", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId",
                filter: "ContinuesId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_PausedTo",
                table: "Placements",
                column: "PausedTo");

            migrationBuilder.CreateIndex(
                name: "IX_Acknowledgements_PlacementId_Rule",
                table: "Acknowledgements",
                columns: new[] { "PlacementId", "Rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_AgreementId",
                table: "ApprovalLinks",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_Hash",
                table: "ApprovalLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_PlacementId_IssuedAt",
                table: "Certificates",
                columns: new[] { "PlacementId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CompensationRequests_SupportDecisionId_Month",
                table: "CompensationRequests",
                columns: new[] { "SupportDecisionId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmployerDeclarations_EmployerId_ValidThrough",
                table: "EmployerDeclarations",
                columns: new[] { "EmployerId", "ValidThrough" });

            migrationBuilder.CreateIndex(
                name: "IX_Pauses_PlacementId",
                table: "Pauses",
                column: "PlacementId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanChanges_PlacementId",
                table: "PlanChanges",
                column: "PlacementId");

            migrationBuilder.AddForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId",
                principalTable: "Placements",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropTable(
                name: "Acknowledgements");

            migrationBuilder.DropTable(
                name: "ApprovalLinks");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CompensationRequests");

            migrationBuilder.DropTable(
                name: "EmployerDeclarations");

            migrationBuilder.DropTable(
                name: "Pauses");

            migrationBuilder.DropTable(
                name: "PlanChanges");

            migrationBuilder.DropIndex(
                name: "IX_SupportDecisions_Kind_To",
                table: "SupportDecisions");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropIndex(
                name: "IX_Placements_PausedTo",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "FirstDay_Clothes",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_Entrance",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_GettingThere",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallName",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "AfHasDataAt",
                table: "SupportDecisions");

            migrationBuilder.DropColumn(
                name: "AfHasDataBy",
                table: "SupportDecisions");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "PauseFreesSlot",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "PausedFrom",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "PausedTo",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ReferredBy",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ArrangedAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "BeyondStaffing",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ReemploymentRight",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ReplacesLeaver",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Agreements");

            migrationBuilder.AlterColumn<Guid>(
                name: "PersonId",
                table: "Placements",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ParticipantId",
                table: "Placements",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
